import Civil
import Columns
import Diagnostics
import Files
import Workers

/// Makes the people district by district and hands each to every list at once: one pass, bounded memory.
struct SampleWriter {
    private let plan: Sample.Plan
    private let folder: RunDirectory
    private let words: SampleVocabulary
    private let regions: SampleRegions
    private var random: SampleRandom
    private var households: SampleHousehold
    private var faults: SampleFaults
    private var niks: SampleNIK
    private var recordings: SampleRecordings
    private var others: SampleOtherLists
    private var conflicting: SampleQuota
    private let sets: SampleSets
    /// What happens to the people until the later set of lists.
    private var later: SampleLater?
    /// Rows that come of earlier ones and wait for the next desa.
    private var copies: [SamplePerson] = []
    private var members: [SamplePerson] = []

    init(_ plan: Sample.Plan, in folder: RunDirectory) throws(Failure) {
        self.plan = plan
        self.folder = folder
        words = SampleVocabulary(plan.schema)
        regions = SampleRegions(people: plan.people)
        random = SampleRandom(seed: plan.seed)
        let votingDay = Int(plan.votingDay.dayNumber)
        households = SampleHousehold(votingDay: votingDay, youngest: plan.youngest, people: plan.people)
        faults = SampleFaults(people: plan.people, votingDay: votingDay, youngest: plan.youngest)
        niks = SampleNIK(origins: regions.origins)
        conflicting = SampleQuota(share: 4000, people: plan.people, start: 71)
        sets = SampleSets(plan)
        if plan.months > 0 { later = SampleLater(plan, regions: regions) }
        recordings = try SampleRecordings(
            in: folder, sets: sets, words: words, votingDay: votingDay, asOf: plan.asOf, people: plan.people,
            random: &random)
        others = try SampleOtherLists(
            in: folder, sets: sets, words: words, asOf: plan.asOf, people: plan.people, random: &random)
    }

    mutating func write() throws(Failure) -> Sample.Report {
        let forms = SamplePopulationForm.all(plan.schema)
        var populations: [String] = []
        var beside: [String] = []
        var people = 0
        for (place, share) in regions.districts.enumerated() {
            let slug = String(share.district.name.lowercased().map { $0 == " " ? "-" : $0 })
            let stem = "penduduk-\(share.district.code)-\(slug)"
            let (text, workbook) = ("\(stem).csv", "\(stem).xlsx")
            let form = forms[place % forms.count]
            let list = try SamplePopulationList(
                name: sets.first + text, districtName: share.district.name, in: folder, form: form, words: words,
                workbook: plan.excel ? (sets.first + workbook, plan.asOf) : nil)
            later?.list = try sets.later.map { later throws(Failure) in
                try SamplePopulationList(
                    name: later + text, districtName: share.district.name, in: folder, form: form, words: words,
                    workbook: plan.excel ? (later + workbook, plan.lastDay) : nil)
            }
            try write(share, to: list)
            try list.close()
            try later?.list?.close()
            // The check reads the workbook where it says more than the text: its sheets are polling stations.
            let readsWorkbook = plan.excel && !form.hasTPS
            populations.append(readsWorkbook ? workbook : text)
            if plan.excel { beside.append(readsWorkbook ? text : workbook) }
            people += list.records
        }
        try recordings.close()
        try others.close()
        func job(_ list: (SampleList) -> SampleList?, asOf: Int, in folderName: String) -> SampleJob {
            var lists = [("population", populations)]
            for (role, first) in recordings.lists.map({ ("recordings", $0) }) + others.lists.map({ ($0.role, $0.list) })
            {
                guard let list = list(first), list.records > 0 else { continue }
                let name = String(list.name.dropFirst(folderName.count))
                if lists.last?.0 == role { lists[lists.count - 1].1.append(name) } else { lists.append((role, [name])) }
            }
            return SampleJob(plan: plan, lists: lists, asOf: asOf, folderName: folderName)
        }
        func files(_ job: SampleJob) -> [String] { (job.lists.flatMap(\.files) + beside).map { job.folderName + $0 } }
        let first = job({ $0 }, asOf: plan.asOf, in: sets.first)
        let name = try first.write(to: folder)
        var report = Sample.Report(
            people: people, recordings: recordings.records, others: others.records, files: files(first) + [name],
            job: name)
        if let folderName = sets.later {
            let second = job({ $0.twin }, asOf: plan.lastDay, in: folderName)
            let name = try second.write(to: folder)
            report.files += files(second) + [name]
            report.laterJob = name
        }
        return report
    }

    private mutating func write(_ share: SampleRegions.Share, to list: SamplePopulationList) throws(Failure) {
        for kecamatan in share.kecamatan {
            niks.beginKecamatan()
            try list.beginKecamatan()
            try later?.list?.beginKecamatan()
            for desa in kecamatan.desa {
                try write(desa, share.district, to: list)
                let place = SampleHousehold.Place(district: share.district, region: desa.region, tps: 1)
                try later?.addNewcomers(
                    desa.people, at: place, niks: &niks, recordings: &recordings)
            }
        }
    }

    private mutating func write(_ desa: SampleRegions.Desa, _ district: SampleDistrict, to list: SamplePopulationList)
        throws(Failure)
    {
        try Interruption.check()
        var rest = desa.people
        for copy in copies.prefix(rest) {
            try list.write(copy, using: &random)
            try later?.copy(copy)
            rest -= 1
        }
        copies.removeAll(keepingCapacity: true)
        let stations = max(1, min(desa.people / 30, (desa.people + 299) / 300 + 1))
        while rest > 0 {
            members.removeAll(keepingCapacity: true)
            let tps = 1 + (desa.people - rest) * stations / desa.people
            let place = SampleHousehold.Place(district: district, region: desa.region, tps: tps)
            households.make(at: place, into: &members, using: &random)
            for member in members.prefix(rest) {
                try write(member, copied: !desa.isLast, to: list)
                rest -= 1
            }
        }
    }

    /// Gives the person a NIK, errors and a place on every list.
    private mutating func write(_ member: SamplePerson, copied: Bool, to list: SamplePopulationList) throws(Failure) {
        var person = member
        let kecamatan = person.region / 10_000
        let isNewcomer = person.age >= plan.youngest + 3 && random.below(100) < 8
        person.nik =
            isNewcomer
            ? niks.issuedElsewhere(birth: person.birth, isWoman: person.isWoman)
            : niks.issued(in: kecamatan, birth: person.birth, isWoman: person.isWoman)
        faults.apply(to: &person, using: &random)

        recordings.echo(later?.loses(person) != true)
        let recorded = try recordings.write(person, youngest: plan.youngest, using: &random)
        try others.write(person, recorded: recorded, using: &random)
        if random.below(1000) < 25 { try recordings.writeStranger(using: &random) }

        let hasRecorded = (recorded?.place ?? 9) < 4
        person.mark = hasRecorded
        if conflicting.falls(!hasRecorded) { person.mark = true }
        if random.below(1000) < 15 { person.mark = nil }
        try list.write(person, using: &random)
        try later?.write(person, recorded, recordings: &recordings, others: &others)
        if copied, !person.isRagged, let copy = faults.copy(of: person, using: &random) { copies.append(copy) }
    }
}
