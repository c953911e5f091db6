"""What stands between operands or behind them: how near words are, and where an operator cannot stand."""
