"""Pages of consultations: asking stakeholders and seeing who has answered, and answering by a link."""
