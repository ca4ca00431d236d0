"""What residents say, understood: language, danger, intents, entities."""
