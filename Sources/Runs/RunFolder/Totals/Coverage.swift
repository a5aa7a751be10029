/// The share recorded / eligible with four decimals, rounded half up, in integers: the same digits on every machine.
public enum Coverage {
    /// Ten-thousandths; nil if nobody is eligible.
    public static func tenThousandths(recorded: Int, eligible: Int) -> Int? {
        guard eligible > 0 else { return nil }
        return (recorded * 20_000 + eligible) / (eligible * 2)
    }

    /// `0.8125`; nil if nobody is eligible.
    public static func text(recorded: Int, eligible: Int) -> String? {
        tenThousandths(recorded: recorded, eligible: eligible).map { share in
            let decimals = String(share % 10_000)
            return "\(share / 10_000)." + String(repeating: "0", count: 4 - decimals.count) + decimals
        }
    }
}
