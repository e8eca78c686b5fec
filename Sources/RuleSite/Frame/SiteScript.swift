/// The little script of the site: a field above long tables that narrows them down. Without it all rows show.
enum SiteScript {
    static let text = """
        'use strict';
        // Sans ce script, toutes les lignes restent visibles.
        const simple = (text) => text.normalize('NFD').replace(/[\\u0300-\\u036f]/g, '').toLowerCase();
        document.querySelectorAll('table[data-filtre]').forEach((table, index) => {
          const rows = Array.from(table.tBodies[0].rows);
          if (rows.length < 8) return;
          const texts = rows.map((row) => simple(row.textContent));
          const field = document.createElement('input');
          field.type = 'search';
          field.id = 'filtre-' + index;
          const label = document.createElement('label');
          label.htmlFor = field.id;
          label.textContent = table.dataset.filtre + '\\u00a0: ';
          const count = document.createElement('span');
          count.setAttribute('role', 'status');
          const box = document.createElement('p');
          box.className = 'filter';
          box.append(label, field, ' ', count);
          table.parentElement.before(box);
          field.addEventListener('input', () => {
            const words = simple(field.value).split(/\\s+/).filter((word) => word);
            let shown = 0;
            rows.forEach((row, place) => {
              row.hidden = !words.every((word) => texts[place].includes(word));
              if (!row.hidden) shown += 1;
            });
            count.textContent = words.length ? shown + ' sur ' + rows.length : '';
          });
        });

        """
}
