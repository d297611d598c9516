"""What asks for attention: rules as data, what each looks at, and the dashboards made of them."""
