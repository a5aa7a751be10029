import Foundation
import Testing

/// The page in a real browser, opened from the disk.
@Suite(
    .enabled(
        if: Program.canCheck && Browser.path != nil,
        "*** Chromium was not found: report.html is NOT tried in a browser ***"), .serialized)
struct ReportBrowserTests {
    private struct Table: Decodable {
        var caption: String
        var sortable: Bool
        var buttons: Int
        var heads: Int
    }

    private static func decode<Value: Decodable>(_ type: Value.Type, _ json: Any?) throws -> Value {
        try JSONDecoder().decode(type, from: Data((json as? String ?? "").utf8))
    }

    /// Contrast of every text with the ground it stands on, as the browser computes both: the worst there is.
    private static let worstContrast = """
        (function () {
          function parts(color) { return color.match(/[0-9.]+/g).map(Number); }
          function light(color) {
            var p = parts(color).slice(0, 3).map(function (v) {
              v /= 255; return v <= 0.04045 ? v / 12.92 : Math.pow((v + 0.055) / 1.055, 2.4);
            });
            return 0.2126 * p[0] + 0.7152 * p[1] + 0.0722 * p[2];
          }
          function ground(element) {
            for (; element; element = element.parentElement) {
              var color = getComputedStyle(element).backgroundColor, p = parts(color);
              if (p.length < 4 || p[3] > 0) return color;
            }
            return 'rgb(255,255,255)';
          }
          var worst = 99, walk = document.createTreeWalker(document.body, NodeFilter.SHOW_TEXT), node;
          while ((node = walk.nextNode())) {
            var element = node.parentElement;
            if (!node.data.trim() || /^(SCRIPT|STYLE|title|desc)$/.test(element.nodeName)) continue;
            var isDrawn = element.nodeName === 'text';
            if (isDrawn && /tile|blank/.test(element.getAttribute('class') || '')) continue;
            var style = getComputedStyle(element), a = light(isDrawn ? style.fill : style.color);
            var b = light(ground(element));
            worst = Math.min(worst, (Math.max(a, b) + 0.05) / (Math.min(a, b) + 0.05));
          }
          return worst;
        }())
        """

    private static let tables = """
        JSON.stringify([].map.call(document.querySelectorAll('table.data'), function (table) {
          return { caption: table.caption.textContent, sortable: table.classList.contains('sortable'),
            buttons: table.querySelectorAll('th button').length, heads: table.tHead.rows[0].cells.length };
        }))
        """

    /// A table by the id of its section, from there as `t`; its numbers in a column as the rows stand.
    private static func inTable(_ section: String, _ expression: String) -> String {
        "(function () { var t = document.querySelector('#\(section) table.sortable'); \(expression) }())"
    }

    @Test func opensOfflineSortsFiltersAndFits() async throws {
        let month = try await OfficeMonth.shared.value
        let workdir = try Workdir()
        let made = try await month.run(["report", "b", "--since", "a", "--out", workdir.path("out"), "--quiet"])
        try #require(made.exitCode == 0, "\(made.errors)")
        let page = workdir.path("out/report/report.html")
        let browser = try await Browser(in: workdir)
        do {
            try await tryOut(page, browser)
        } catch {
            await browser.close()
            throw error
        }
        await browser.close()
    }

    private func tryOut(_ page: String, _ browser: Browser) async throws {
        try await browser.open(page)

        // Every heading of a sortable table can be clicked.
        let tables = try Self.decode([Table].self, try await browser.value(Self.tables))
        #expect(tables.count > 10)
        for table in tables { #expect(table.buttons == (table.sortable ? table.heads : 0), "\(table.caption)") }

        // Sorting: by number down, then up; by text; totals stay at the foot.
        func click(_ section: String, _ column: Int) -> String {
            Self.inTable(section, "t.tHead.rows[0].cells[\(column)].firstChild.click(); return 1;")
        }
        func cells(_ column: Int, _ value: String) -> String {
            Self.inTable(
                "files",
                "return JSON.stringify([].map.call(t.tBodies[0].rows, function (r) { var c = r.cells[\(column)]; return \(value); }));"
            )
        }
        let numbers = cells(2, "+c.getAttribute('data-v')")
        _ = try await browser.value(click("files", 2))
        let down = try Self.decode([Int].self, try await browser.value(numbers))
        #expect(down.count > 10 && Set(down).count > 5 && down == down.sorted(by: >))
        _ = try await browser.value(click("files", 2))
        let up = try Self.decode([Int].self, try await browser.value(numbers))
        #expect(up == down.sorted())
        let state = Self.inTable("files", "return t.tHead.rows[0].cells[2].getAttribute('aria-sort');")
        #expect(try await browser.value(state) as? String == "ascending")
        _ = try await browser.value(click("files", 1))
        let names = try Self.decode([String].self, try await browser.value(cells(1, "c.textContent")))
        #expect(names == names.sorted())
        let foot = Self.inTable("coverage", "return t.tFoot.textContent;")
        let before = try await browser.value(foot) as? String
        _ = try await browser.value(click("coverage", 1))
        #expect(before?.isEmpty == false)
        #expect(try await browser.value(foot) as? String == before)

        // Filtering: words hide rows that lack them; nothing typed shows all again.
        func filter(_ words: String) -> String {
            """
            (function () { var i = document.querySelector('#map .filter input'); i.value = '\(words)';
            i.dispatchEvent(new Event('input')); var t = document.querySelector('#map table.filterable');
            return [].filter.call(t.tBodies[0].rows, function (r) { return r.offsetHeight > 0; }).length; }())
            """
        }
        #expect(try await browser.value(filter("1271")) as? Int == 1)
        #expect(try await browser.value(filter("tapanuli UTARA")) as? Int == 1)
        #expect(try await browser.value(filter("nobody")) as? Int == 0)
        #expect(try await browser.value(filter("")) as? Int == 33)

        // A phone, a laptop: nothing stands out of the page, and every text can be read, by day and by night.
        for width in [390, 1366] {
            _ = try await browser.ask(
                "Emulation.setDeviceMetricsOverride",
                ["width": width, "height": 900, "deviceScaleFactor": 1, "mobile": false])
            let wide = try await browser.value("document.documentElement.scrollWidth") as? Int
            #expect(wide == width)
            for scheme in ["light", "dark"] {
                _ = try await browser.ask(
                    "Emulation.setEmulatedMedia",
                    ["features": [["name": "prefers-color-scheme", "value": scheme]]])
                let worst = (try await browser.value(Self.worstContrast) as? NSNumber)?.doubleValue ?? 0
                #expect(worst >= 4.5, "\(scheme) \(width)")
            }
        }
        let dark = try await browser.value("getComputedStyle(document.body).backgroundColor") as? String
        #expect(dark != "rgb(255, 255, 255)")

        // Without scripts: every row is there, and nothing pretends to be a button.
        let rows = try await browser.value("document.querySelectorAll('tbody tr').length") as? Int
        _ = try await browser.ask("Emulation.setScriptExecutionDisabled", ["value": true])
        expectQuiet(browser, page)
        try await browser.open(page)
        #expect(try await browser.value("document.querySelectorAll('tbody tr').length") as? Int == rows)
        #expect(try await browser.value("document.querySelectorAll('button,input').length") as? Int == 0)

        expectQuiet(browser, page)
    }

    /// The page is all that was asked for, and nothing was complained about.
    private func expectQuiet(_ browser: Browser, _ page: String) {
        let asked = browser.said("Network.requestWillBeSent").compactMap { $0["documentURL"] as? String }
        #expect(asked == [URL(fileURLWithPath: page).absoluteString])
        for complaint in ["Runtime.consoleAPICalled", "Runtime.exceptionThrown", "Log.entryAdded"] {
            #expect(browser.said(complaint).isEmpty, "\(browser.said(complaint))")
        }
    }
}
