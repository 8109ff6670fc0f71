"""What a portal looks like from outside, once it is deployed: `make probe URL=https://service.meine-stadt.example`."""
