"""Translation between residents and counsellors."""
