'use strict';
// What the pages do without: they work as plain forms and links. This script shows what was asked for without loading the whole page again.
(() => {
  // The only way by which text becomes HTML here: pages of this server, whose templates escape what they fill in.
  const policy = window.trustedTypes ? trustedTypes.createPolicy('workbench', {createHTML: text => text}) : {createHTML: text => text};
  const asked = new Map();

  const say = region => {
    const said = region.querySelector('[data-say]');
    if (said) document.getElementById('said').textContent = said.textContent;
  };

  // Shows the region of another page of ours in the place of this one's.
  const swap = async (url, id, history) => {
    const turn = (asked.get(id) || 0) + 1;
    asked.set(id, turn);
    const region = document.getElementById(id);
    region.classList.add('waiting');
    region.setAttribute('aria-busy', 'true');
    try {
      const response = await fetch(url, {headers: {Accept: 'text/html'}});
      const text = await response.text();
      if (turn !== asked.get(id)) return;
      const page = new DOMParser().parseFromString(policy.createHTML(text), 'text/html');
      const fresh = page.getElementById(id) || page.getElementById('main');
      region.replaceChildren(...fresh.childNodes);
      const fields = history && history.fields && page.getElementById(history.fields);
      if (fields) {
        const stands = document.getElementById(history.fields);
        const focused = stands.contains(document.activeElement) && document.activeElement.getAttribute('aria-label');
        stands.replaceChildren(...fields.childNodes);
        slide();
        if (focused) stands.querySelector('[aria-label="' + CSS.escape(focused) + '"]')?.focus();
      }
      if (history) {
        const languages = page.querySelector('ul.languages');
        if (languages) document.querySelector('ul.languages').replaceChildren(...languages.childNodes);
        window.history[history.how + 'State']({id}, '', response.redirected ? response.url : url);
      }
      say(region);
    } catch (e) {
      if (turn === asked.get(id)) location.assign(url);
    } finally {
      if (turn === asked.get(id)) {
        region.classList.remove('waiting');
        region.removeAttribute('aria-busy');
      }
    }
  };

  // A slider writes into the field beside it, which is what is sent.
  const slide = () => {
    for (const slider of document.querySelectorAll('input[type=range][data-for]')) {
      slider.hidden = false;
      const field = document.getElementsByName(slider.dataset.for)[0];
      slider.oninput = () => { field.value = slider.value; };
      field.oninput = () => {
        const parts = field.value.split(/\.\.|\//);
        const value = parseFloat(parts[parts.length === 3 ? 1 : 0]);
        if (!Number.isNaN(value)) slider.value = value;
      };
    }
  };
  slide();

  const address = (form, button) => {
    const parameters = new URLSearchParams();
    if (button && button.name) parameters.append(button.name, button.value);
    for (const [name, value] of new FormData(form)) if (value !== '') parameters.append(name, value);
    const query = parameters.toString();
    return form.getAttribute('action') + (query ? '?' + query : '');
  };

  for (const form of document.querySelectorAll('form[data-live]')) {
    const id = form.dataset.live;
    let timer;
    const show = (how, fields, button) => swap(address(form, button), id, {how, fields});
    form.addEventListener('submit', event => {
      event.preventDefault();
      clearTimeout(timer);
      show('push', form.dataset.fields, event.submitter);
    });
    form.addEventListener('input', event => {
      clearTimeout(timer);
      // What is typed or dragged replaces the last address; what is chosen is a step to which one can go back.
      const chosen = event.target.matches('select, [type=checkbox]');
      timer = setTimeout(() => show(chosen ? 'push' : 'replace', chosen && form.dataset.fields), chosen ? 0 : 120);
    });
  }

  document.addEventListener('click', event => {
    const link = event.target.closest('a[data-swap]');
    if (!link || event.button || event.metaKey || event.ctrlKey || event.shiftKey || event.altKey) return;
    event.preventDefault();
    const id = link.dataset.swap;
    swap(link.getAttribute('href'), id, {how: 'push'}).then(() => document.getElementById(id).scrollIntoView());
  });

  // While a person types rules, what is wrong with them is said below, and each problem leads to its line.
  for (const form of document.querySelectorAll('form[data-editor]')) {
    const area = form.querySelector('textarea');
    const list = document.getElementById('checked');
    const [path, file] = form.dataset.editor.split('?file=');
    const url = path + '?file=' + encodeURIComponent(file);
    let timer;
    let turn = 0;
    const goTo = line => {
      const before = area.value.split('\n').slice(0, line - 1).join('\n').length + (line > 1 ? 1 : 0);
      const end = area.value.indexOf('\n', before);
      area.focus();
      area.setSelectionRange(before, end < 0 ? area.value.length : end);
      area.scrollTop = (line - 4) * parseFloat(getComputedStyle(area).lineHeight);
    };
    const wanted = new URLSearchParams(location.search).get('line');
    if (wanted) goTo(Number(wanted));
    const check = async () => {
      const mine = ++turn;
      const response = await fetch(url, {method: 'POST', headers: {'Content-Type': 'text/plain'}, body: area.value});
      const answer = await response.json();
      if (mine !== turn) return;
      list.replaceChildren();
      if (answer.ok) {
        list.textContent = list.dataset.sound;
        list.className = 'wide met';
        return;
      }
      list.className = 'wide';
      for (const problem of answer.problems) {
        const line = document.createElement('p');
        if (problem.line && (problem.file || '').endsWith(file)) {
          const button = document.createElement('button');
          button.type = 'button';
          button.textContent = problem.line + ':' + problem.column;
          button.addEventListener('click', () => goTo(problem.line));
          line.append(button, ' ');
        }
        const code = document.createElement('strong');
        code.textContent = problem.code;
        line.append(code, ' ' + problem.reason + '. ' + problem.fix);
        list.append(line);
      }
    };
    area.addEventListener('input', () => {
      clearTimeout(timer);
      timer = setTimeout(check, 300);
    });
  }

  // What takes longer than the rest of a page is asked for when the page stands.
  const load = async () => {
    for (const region of document.querySelectorAll('[data-load]')) await swap(region.dataset.load, region.id);
  };
  load();

  window.addEventListener('popstate', () => location.reload());

  // In a table of items, and from the field of words into it, the arrow keys go from link to link.
  document.addEventListener('keydown', event => {
    if (event.key !== 'ArrowDown' && event.key !== 'ArrowUp') return;
    const links = [...document.querySelectorAll('table.items tbody th a')];
    const at = links.indexOf(document.activeElement);
    const words = document.querySelector('form[data-live] input[type=search]');
    if (at < 0 && !(document.activeElement === words && event.key === 'ArrowDown')) return;
    event.preventDefault();
    const to = at + (event.key === 'ArrowDown' ? 1 : -1);
    if (to < 0) words.focus();
    else if (to < links.length) links[to].focus();
  });
})();
