"""The same work on many machines: inputs are cut into partitions, each of which one task of a cluster turns into one file.

What a page gives does not depend on where it is read: a task calls the very function that a run on one machine calls.
Partitions that are done have a marker, and a rerun does only what is missing. The scheduling, the retrying and the
moving of data are Ray's (extra `ray`); the file systems are pyarrow's.
"""
