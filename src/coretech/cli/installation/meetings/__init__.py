"""Commands on meetings: the notice, the room, votes, papers, minutes."""
