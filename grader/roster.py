class Roster:
    pass
