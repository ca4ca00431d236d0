"""The running assistant: everything is built and wired in `bot.app`."""
