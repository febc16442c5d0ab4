"""Event coding, NSB1 containers, keys, transports and the client of the provincial hub."""
