"""HTTP for residents: the chat page and Rasa's REST interface."""
