"""What is needed before a workshop, and what can go wrong in it: each with what to do."""

from __future__ import annotations

BEFOREHAND = (
    (
        "Two weeks before",
        ("Fill in the council's facts: wizard ask our_council.yaml (or wizard tui). Let the services check them."),
    ),
    (
        "One week before",
        (
            "Choose a place: wizard workshop cases. Begin both: wizard workshop new CASE_FOLDER "
            "--case NAME, and wizard workshop new FOLDER --council our_council.yaml --expect NUMBER."
        ),
    ),
    ("One week before", ("Hold it once alone: wizard workshop rehearse FOLDER --walk, and the same for CASE_FOLDER.")),
    (
        "The day before",
        (
            "Print: wizard workshop handouts FOLDER -o handouts --format word, and the same for "
            "CASE_FOLDER. One participant's sheet and one answer sheet for each person or team, and "
            "four more; one set of notes for you. Keep the notes on the case out of sight."
        ),
    ),
    (
        "The room",
        (
            "Tables for teams of two or three, far enough apart that nobody reads another's screen; "
            "one projector; a flip chart, pens, an envelope for paper sheets."
        ),
    ),
    (
        "The machine",
        (
            "One laptop on mains power with the program and both folders, on the same network as the "
            "participants' machines or telephones. Turn off its sleep."
        ),
    ),
    (
        "The network",
        (
            "Try with one other machine that it reaches the page: some guest networks let no machine "
            "see another. If so, bring a small router of your own, or do it on paper."
        ),
    ),
    (
        "The join code",
        (
            "It is printed when the server starts, and stands on the projector. It stays the same when "
            "the server is started again on the same folder; each workshop has its own."
        ),
    ),
)

GOES_WRONG = (
    (
        "A browser dies, or somebody closes it",
        (
            "Nothing sealed is lost, and what was put down so far is kept. They open the page again; "
            "on another device they come back with the code of their own that they were given with "
            "their seat."
        ),
    ),
    (
        "The server stops, or the laptop restarts",
        (
            "Start it again on the same folder: seats, drafts and sealed sheets are in the folder. "
            "The codes are still the same."
        ),
    ),
    (
        "The network is down",
        (
            "Hand out answer sheets. Key them in yourself, one by one: wizard workshop key-in FOLDER "
            "--name NAME. Show results on the laptop, which needs no network."
        ),
    ),
    (
        "Somebody comes late",
        (
            "Before the sheets are open: they take a seat and have what time is left. After: they "
            "listen, and can speak; no sheet can be put in any more, so that none is made to fit."
        ),
    ),
    (
        "Somebody leaves without a sheet",
        (
            "Open without waiting for them: wizard workshop open FOLDER --without-waiting. The record "
            "says who had no sheet."
        ),
    ),
    (
        "Few join",
        (
            "Three sheets will do. With two, talk rather than count: show where they part, and leave "
            "the joined result out."
        ),
    ),
    ("Somebody knows the place in the case", "They tell you alone, and do the risks only. Have a second case printed."),
    (
        "They all agree",
        (
            "Say so, it is a result. Then ask: what would have to be true for the other model, what "
            "has nobody in this room seen, and who is missing? Show what would change it: wizard "
            "flips joined.yaml."
        ),
    ),
    (
        "It takes longer than planned",
        (
            "Cut the discussion of the case, never the time to answer apart. Leave out the last "
            "minutes of talk before you leave out putting down who does not agree."
        ),
    ),
    (
        "Somebody wants to change a sealed sheet",
        (
            "It cannot be changed. Once the sheets are open they say what they would put otherwise, "
            "in their own words, and that is kept."
        ),
    ),
)
