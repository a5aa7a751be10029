/// How the page looks on a phone, on a screen and on A4. Colours are said outright, so that browsers of old computers,
/// which know neither variables nor dark mode, show the light page.
enum PageStyle {
    /// - Parameter footer: what stands at the foot of every printed page.
    static func source(footer: String, pageWords: (before: String, between: String)) -> String {
        [
            layout, colors(.light), tiles,
            "@media screen and (prefers-color-scheme:dark){\n:root{color-scheme:dark}\n\(colors(.dark))}",
            print(footer: footer, pageWords: pageWords),
        ].joined(separator: "\n")
    }

    private static let layout = """
        *{box-sizing:border-box}
        html{-webkit-text-size-adjust:100%;text-size-adjust:100%}
        body{margin:0 auto;padding:1rem;max-width:72rem;font:1rem/1.5 "Segoe UI",Roboto,"Helvetica Neue",Arial,"Liberation Sans",sans-serif}
        h1{font-size:1.7rem;line-height:1.2;margin:.6rem 0 .3rem}
        h2{font-size:1.3rem;line-height:1.25;margin:0 0 .6rem;padding-top:1rem;border-top:2px solid}
        h3{font-size:1.05rem;margin:1.4rem 0 .4rem}
        p{margin:.4rem 0 .8rem;max-width:46rem}
        section{margin:2rem 0 0}
        .letterhead{font-weight:600;text-align:center;border-bottom:3px double;padding-bottom:.6rem;margin-bottom:.8rem}
        .letterhead p{margin:0 auto}
        .lead{font-size:1.05rem}
        .note,.stamp,figcaption{font-size:.87rem}
        .stamp,code,.code{overflow-wrap:anywhere}
        code,td.code{font-family:Consolas,"Liberation Mono",monospace;font-size:.8rem}
        td.code{min-width:9rem}
        nav ul{list-style:none;padding:0;margin:.6rem 0;columns:14rem}
        nav li{padding:.1rem 0}
        .warn{border-left:4px solid;padding:.5rem .8rem;margin:.8rem 0}
        dl{margin:.4rem 0;display:grid;grid-template-columns:minmax(8rem,auto) 1fr;gap:.15rem 1rem}
        dt{font-weight:600}
        dd{margin:0;overflow-wrap:anywhere}
        .cards{display:grid;grid-template-columns:repeat(auto-fill,minmax(15rem,1fr));gap:.6rem;margin:.8rem 0}
        .card{padding:.6rem .8rem;border:1px solid;border-radius:.4rem}
        .card p{margin:0}
        .card .figure{font-size:1.55rem;font-weight:700;line-height:1.2}
        .pair{display:grid;grid-template-columns:minmax(0,1fr);gap:1rem;align-items:start}
        @media (min-width:62rem){.pair{grid-template-columns:minmax(0,9fr) minmax(0,11fr)}.areas tbody th{white-space:nowrap}}
        figure{margin:0}
        svg{display:block;width:100%;height:auto;max-width:36rem}
        .wide svg{max-width:48rem}
        .drawing,.scroll{overflow-x:auto}
        .drawing .map{min-width:30rem}
        svg text{font-size:14px}
        svg .small{font-size:12px}
        svg .tile{font-size:10.5px}
        svg .strong{font-weight:700}
        .end{text-anchor:end}
        .middle{text-anchor:middle}
        .scroll{margin:.4rem 0 1rem}
        .broad:before{display:none;content:attr(data-scroll);position:sticky;left:0;font-size:.82rem}
        .warn ul{margin:.2rem 0;padding-left:1.2rem;font-size:.87rem}
        table{border-collapse:collapse;width:100%;font-size:.9rem}
        caption{text-align:left;font-weight:600;padding:.3rem 0}
        th,td{padding:.28rem .5rem;border-bottom:1px solid;text-align:left;vertical-align:top}
        thead th{vertical-align:bottom;border-bottom-width:2px}
        tbody th,tfoot th{font-weight:400}
        tfoot th,tfoot td{font-weight:700;border-top:2px solid}
        .n{text-align:right;font-variant-numeric:tabular-nums;white-space:nowrap}
        thead .n{white-space:normal}
        th button{font:inherit;font-weight:600;color:inherit;background:none;border:0;padding:0;text-align:inherit;cursor:pointer;text-decoration:underline dotted}
        th[aria-sort] button{text-decoration:none}
        th[aria-sort=ascending] button:after{content:" \\2191"}
        th[aria-sort=descending] button:after{content:" \\2193"}
        .filter{margin:.2rem 0;font-size:.9rem}
        .filter input{font:inherit;padding:.15rem .4rem;border:1px solid;border-radius:.25rem;width:14rem;max-width:60vw}
        a:focus,button:focus,input:focus,.scroll:focus{outline:2px solid;outline-offset:2px}
        .mark{display:inline-block;width:.8em;height:.8em;margin-right:.4em;border-radius:.15em;vertical-align:-.05em}
        .bar{display:block;height:.5rem;width:7rem;margin-top:.25rem}
        .signature{margin:2rem 0 0 auto;max-width:22rem}
        .signature p{margin:0}
        .signature .room{height:4.5rem}
        @media (max-width:40rem){.broad:before{display:block}.broad table{min-width:34rem}body{padding:.7rem}h1{font-size:1.4rem}dl{grid-template-columns:1fr}dd{margin-bottom:.4rem}.cards{grid-template-columns:repeat(2,1fr)}.card .figure{font-size:1.25rem}table{font-size:.82rem}th,td{padding:.25rem .3rem}}
        """

    private static func colors(_ palette: Palette) -> String {
        func color(_ color: UInt32) -> String { Palette.text(color) }
        var rules = [
            "body,.filter input{color:\(color(palette.ink));background:\(color(palette.paper))}",
            "svg{fill:\(color(palette.ink))}",
            "h2,.letterhead,th,td,.card,.filter input{border-color:\(color(palette.line))}",
            ".card,thead th,.warn{background:\(color(palette.panel))}",
            ".quiet,.note,.stamp,figcaption{color:\(color(palette.quiet))}",
            "svg .quiet{fill:\(color(palette.quiet))}",
            "a{color:\(color(palette.link))}",
            ".warn{border-color:\(color(palette.bar))}",
            // What is cut off casts a shadow at that side; the ends of the table cover it.
            ".drawing,.scroll{background:\(Self.shadows(color(palette.paper), color(palette.quiet)))}",
            ".broad:before{color:\(color(palette.quiet))}",
            "svg .track{fill:\(color(palette.panel));stroke:\(color(palette.line))}",
            "svg .axis{stroke:\(color(palette.line))}",
            "svg .people{fill:\(color(palette.bar))}",
            "svg .first{fill:\(color(palette.firstTime))}",
            "svg .flow{fill:\(color(palette.quiet));fill-opacity:.22}",
            "svg .node{fill:\(color(palette.quiet))}",
            ".over svg>rect{fill:\(color(palette.paper))}",
            ".over svg line[stroke=\"#ddd\"]{stroke:\(color(palette.line))}",
        ]
        for (kind, shades) in [
            ("ready", palette.ready), ("waiting", palette.waiting), ("open", palette.open), ("out", palette.out),
        ] {
            for (place, shade) in shades.enumerated() {
                rules.append("svg .\(kind)\(place){fill:\(color(shade))}")
                rules.append(".mark.\(kind)\(place){background:\(color(shade))}")
            }
        }
        for (place, stroke) in Palette.light.strokes.enumerated() where palette.strokes[place] != stroke {
            let shade = color(palette.strokes[place])
            rules.append(".over svg [stroke=\"\(color(stroke))\"]{stroke:\(shade)}")
            rules.append(".over svg [fill=\"\(color(stroke))\"]{fill:\(shade)}")
        }
        return rules.joined(separator: "\n") + "\n"
    }

    private static func shadows(_ paper: String, _ shade: String) -> String {
        func end(_ side: String, _ place: String) -> String {
            "linear-gradient(to \(side),\(paper) 40%,transparent) \(place) 0/2.4rem 100% no-repeat local"
        }
        func shadow(_ side: String, _ place: String) -> String {
            "linear-gradient(to \(side),\(shade),transparent) \(place) 0/.6rem 100% no-repeat scroll"
        }
        return [end("right", "0"), end("left", "100%"), shadow("right", "0"), shadow("left", "100%")]
            .joined(separator: ",")
    }

    private static var tiles: String {
        var rules = ["svg .outline{stroke:#4a5460;stroke-width:1}"]
        for (place, tile) in (Palette.tiles + [Palette.blankTile]).enumerated() {
            let name = place < Palette.tiles.count ? "tile\(place)" : "blank"
            rules.append("svg rect.\(name){fill:\(Palette.text(tile.ground))}")
            rules.append("svg text.\(name){fill:\(Palette.text(tile.ink))}")
        }
        return rules.joined(separator: "\n")
    }

    private static func print(footer: String, pageWords: (before: String, between: String)) -> String {
        """
        @page{size:A4;margin:14mm 12mm 18mm;@bottom-left{content:"\(quoted(footer))";font:7.5pt Arial,"Liberation Sans",sans-serif}@bottom-right{content:"\(quoted(pageWords.before)) " counter(page) " \(quoted(pageWords.between)) " counter(pages);font:7.5pt Arial,"Liberation Sans",sans-serif}}
        @media print{
        html{font-size:9.5pt}
        body{padding:0;max-width:none;-webkit-print-color-adjust:exact;print-color-adjust:exact}
        nav,.filter{display:none}
        section{margin-top:5mm}
        h1{font-size:17pt}h2{font-size:13pt}h3{font-size:10.5pt}
        h2,h3,caption,section>p{break-after:avoid;page-break-after:avoid}
        tr,.card,.signature,.warn,figure,section>p,.short{break-inside:avoid;page-break-inside:avoid}
        tbody tr:first-child,tbody tr:nth-last-child(2){break-after:avoid;page-break-after:avoid}
        tfoot tr,#signature{break-before:avoid;page-break-before:avoid}
        #signature{break-inside:avoid;page-break-inside:avoid}
        .scroll,.drawing{background:none}
        thead{display:table-header-group}
        tfoot{display:table-row-group}
        .scroll,.drawing{overflow:visible}
        .drawing .map{min-width:0}
        table{font-size:7.8pt}
        th,td{padding:.5mm 1mm}
        th button{display:contents}
        code,td.code{font-size:6.5pt}
        td.code{min-width:44mm}
        svg{max-width:none}
        .wide svg{max-width:150mm}
        .wide svg.map{max-width:none}
        .pair{grid-template-columns:74mm minmax(0,1fr);gap:4mm}
        .areas tbody th{white-space:nowrap}
        #coverage{break-before:page;page-break-before:always}
        .cards{grid-template-columns:repeat(4,1fr);padding-right:.4mm}
        .card .figure{font-size:14pt}
        a{color:inherit;text-decoration:none}
        }
        """
    }

    /// As text between quotation marks of a style.
    private static func quoted(_ text: String) -> String {
        var out = ""
        for scalar in text.unicodeScalars {
            switch scalar {
            case "\"", "\\", "<", "&": out += "\\\(String(scalar.value, radix: 16)) "
            case "\u{0}"..<"\u{20}": out += " "
            default: out.unicodeScalars.append(scalar)
            }
        }
        return out
    }
}
