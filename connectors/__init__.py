"""The channels a resident can use. Nothing here imports another package of ours."""
