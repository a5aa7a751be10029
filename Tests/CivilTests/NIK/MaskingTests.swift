import Civil
import Testing

@Suite struct MaskingTests {
    @Test(arguments: [
        (Masking.none, "1271905708900001", "1271905708900001"),
        (.kpu2018, "1271905708900001", "127190570890****"),
        (.kpu2020, "1271905708900001", "127190**********"),
        // Damaged numbers never show more than a whole one would.
        (.kpu2020, "127190570890000", "12719**********"), (.kpu2020, "12345", "*****"), (.kpu2018, "12345", "1****"),
        (.kpu2018, "1234", "****"), (.kpu2020, "", ""), (.kpu2020, "1.27E+15", "********"),
        (.kpu2020, "12719057089000011234", "127190**************"),
    ])
    func numbers(masking: Masking, number: String, shown: String) {
        #expect(masking.mask(number) == shown)
    }
}
