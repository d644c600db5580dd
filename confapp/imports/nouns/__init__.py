"""Each kind of entry of a case: how it becomes rows through the operations, and how rows become the entry again."""
