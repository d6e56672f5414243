"""What a climate contract is: frozen values, one concept a file. No file, clock or colour."""
