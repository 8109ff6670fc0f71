"""The capital letters as strokes: an icon must not depend on the fonts of a machine.

Each is the path of a pen in a field 6 wide and 8 high.
"""

_A, _O, _U = "M0 8L3 0L6 8M1 5.3H5", "M3 0A3 4 0 0 0 3 8A3 4 0 0 0 3 0Z", "M0 0V5A3 3 0 0 0 6 5V0"
_DOTS = "M1.5 -2.2V-2.1M4.5 -2.2V-2.1"

STROKES = {
    "A": _A,
    "B": "M0 0V8H3.6A2.1 2.1 0 0 0 3.6 3.8H0H3.2A1.9 1.9 0 0 0 3.2 0H0",
    "C": "M6 1.6A3.4 4 0 1 0 6 6.4",
    "D": "M0 0V8H2.4A3.6 4 0 0 0 2.4 0Z",
    "E": "M5.4 0H0V8H5.4M0 3.9H4.6",
    "F": "M5.4 0H0V8M0 3.9H4.6",
    "G": "M5.8 1.5A3.4 4 0 1 0 6 6.4V4.4H3.6",
    "H": "M0 0V8M6 0V8M0 3.9H6",
    "I": "M3 0V8",
    "J": "M4.6 0V5.4A2.3 2.6 0 0 1 0 5.4",
    "K": "M0 0V8M5.6 0L0 5M2 3.4L5.9 8",
    "L": "M0 0V8H5.2",
    "M": "M0 8V0L3 5L6 0V8",
    "N": "M0 8V0L6 8V0",
    "O": _O,
    "P": "M0 8V0H3.4A2.2 2.2 0 0 1 3.4 4.4H0",
    "Q": f"{_O}M3.8 5.8L6 8.4",
    "R": "M0 8V0H3.4A2.2 2.2 0 0 1 3.4 4.4H0M3 4.4L5.8 8",
    "S": "M5.4 1.4C4.6 -.4 .6 -.4 .6 2C.6 4.6 5.6 3.4 5.6 6C5.6 8.5 .8 8.5 .2 6.4",
    "T": "M0 0H6M3 0V8",
    "U": _U,
    "V": "M0 0L3 8L6 0",
    "W": "M-.6 0L1.2 8L3 2L4.8 8L6.6 0",
    "X": "M0 0L6 8M6 0L0 8",
    "Y": "M0 0L3 4L6 0M3 4V8",
    "Z": "M0 0H6L0 8H6",
    "Ä": _A + _DOTS,
    "Ö": _O + _DOTS,
    "Ü": _U + _DOTS,
}
