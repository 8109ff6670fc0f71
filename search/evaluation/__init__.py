"""How good the search is, measured on judged queries; the gates that keep it so."""
