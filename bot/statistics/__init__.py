"""Numbers for coordinators: counted without a trace of anybody, published without small cells."""
