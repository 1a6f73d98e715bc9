"""How firm a result is: priorities that vary, ranks over many mixes, and where one weight would turn the answer.

Drawing and counting (`drawing`, `ordering`, `smaa`) take and give plain numpy arrays, so that any published example
can be run through them; `tipping` is exact and needs no arrays. Nothing here is loaded by a plain `wizard assess`.
"""
