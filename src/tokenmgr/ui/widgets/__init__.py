"""The parts that panels and dialogs are made of. They know colours and words, and nothing of tokens."""
