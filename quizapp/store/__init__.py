"""The answer log and the sittings, in one SQLite file. The log is append-only and is the truth; everything else can be rebuilt from it."""
