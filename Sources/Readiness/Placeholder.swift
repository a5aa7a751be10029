enum ReadinessPlaceholder {}
