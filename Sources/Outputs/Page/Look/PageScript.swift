/// What the page does where scripts run: sorts tables by a click on a heading, and hides rows that lack the words typed.
/// Plain script for old browsers; the page is whole without it.
enum PageScript {
    static let source = """
        (function () {
        'use strict';
        var page = document.body;
        function list(items) { return Array.prototype.slice.call(items); }
        function value(row, column) {
          var cell = row.cells[column], order = cell.getAttribute('data-v');
          return order === null ? cell.textContent.trim().toLowerCase() : Number(order);
        }
        function compare(a, b) {
          if (typeof a !== typeof b) return typeof a === 'number' ? -1 : 1;
          return a < b ? -1 : a > b ? 1 : 0;
        }
        function sorting(table) {
          var body = table.tBodies[0], heads = list(table.tHead.rows[0].cells);
          heads.forEach(function (head, column) {
            var button = document.createElement('button');
            button.type = 'button';
            button.title = page.getAttribute('data-sort');
            button.textContent = head.textContent;
            head.textContent = '';
            head.appendChild(button);
            button.addEventListener('click', function () {
              var was = head.getAttribute('aria-sort'), isNumber = head.className === 'n';
              var down = was ? was === 'ascending' : isNumber;
              heads.forEach(function (other) { other.removeAttribute('aria-sort'); });
              head.setAttribute('aria-sort', down ? 'descending' : 'ascending');
              list(body.rows).map(function (row, place) {
                return { row: row, place: place, value: value(row, column) };
              }).sort(function (a, b) {
                if (typeof a.value !== typeof b.value) return compare(a.value, b.value);
                var order = compare(a.value, b.value);
                return (down ? -order : order) || a.place - b.place;
              }).forEach(function (entry) { body.appendChild(entry.row); });
            });
          });
        }
        function filtering(table) {
          var rows = list(table.tBodies[0].rows), box = document.createElement('p');
          var label = document.createElement('label'), input = document.createElement('input');
          var shown = document.createElement('span');
          box.className = 'filter';
          input.type = 'search';
          label.appendChild(document.createTextNode(page.getAttribute('data-filter') + ' '));
          label.appendChild(input);
          shown.setAttribute('role', 'status');
          box.appendChild(label);
          box.appendChild(shown);
          table.parentNode.parentNode.insertBefore(box, table.parentNode);
          input.addEventListener('input', function () {
            var words = input.value.toLowerCase().split(/\\s+/), count = 0;
            rows.forEach(function (row) {
              var text = row.textContent.toLowerCase();
              row.hidden = !words.every(function (word) { return text.indexOf(word) >= 0; });
              if (!row.hidden) count += 1;
            });
            shown.textContent = input.value ? ' ' + count + ' / ' + rows.length : '';
          });
        }
        list(document.querySelectorAll('table.sortable')).forEach(sorting);
        list(document.querySelectorAll('table.filterable')).forEach(filtering);
        }());
        """
}
