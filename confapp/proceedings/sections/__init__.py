"""The sections of an edition, each compiled from what its domain shows to strangers.

They are written in the language of the edition: whoever calls them has that language forced.
"""
