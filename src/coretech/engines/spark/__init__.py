"""What the engines that run on Spark share."""
