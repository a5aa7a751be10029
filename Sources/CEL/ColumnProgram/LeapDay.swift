// Stands in until Civil has it.
/// When a person born on 29 February has their birthday in a common year.
public enum LeapDay: String, Sendable { case february28, march1 }
