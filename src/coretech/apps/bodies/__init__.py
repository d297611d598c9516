"""The council, the Office and the panels: seats, appointments and agreements."""
