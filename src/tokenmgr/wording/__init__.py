"""What a person is told, in three languages. Facts come in, sentences go out; nothing here decides anything."""
