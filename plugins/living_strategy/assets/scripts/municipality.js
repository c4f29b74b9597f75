// Finds a municipality or county by name or number and shows what is known of it.
(function () {
  "use strict";
  var form = document.querySelector("form[data-places]");
  if (!form || !window.fetch) { return; }
  var input = form.querySelector("input");
  var status = form.querySelector("[role=status]");
  var choices = form.querySelector(".ls-choices");
  var answer = form.querySelector(".ls-answer");
  var template = form.querySelector("template");
  var data = null;
  var MOST = 12;

  // Letters are compared without marks, so that a keyboard without them will do.
  function fold(text) {
    return text.toLowerCase().normalize("NFD").replace(/[\u0300-\u036f]/g, "")
      .replace(/æ/g, "ae").replace(/ø/g, "o").replace(/đ/g, "d").replace(/ŋ/g, "n").replace(/ŧ/g, "t")
      .trim();
  }

  function load() {
    data = data || window.fetch(form.dataset.places).then(function (reply) {
      if (!reply.ok) { throw new Error(reply.status); }
      return reply.json();
    }).then(function (found) {
      var shared = {};
      found.list = found.places.map(function (row) {
        var place = {
          number: row[0], name: row[1], projects: row[2], member: row[3], nearby: row[4], mentions: row[5],
          county: row[0].slice(0, 2), isCounty: row[0].length === 2
        };
        place.names = place.name.split(" - ").map(fold);
        if (!place.isCounty) { shared[place.name] = (shared[place.name] || 0) + 1; }
        return place;
      });
      found.byNumber = {};
      found.list.forEach(function (place) { found.byNumber[place.number] = place; });
      found.list.forEach(function (place) {
        var county = found.byNumber[place.county];
        place.countyName = county.name.split(" - ")[0];
        // Oslo is both.
        place.label = place.isCounty ? form.dataset.county.replace("{name}", place.name)
          : place.name + (shared[place.name] > 1 ? " (" + place.countyName + ")" : "");
      });
      return found;
    });
    data.catch(function () { status.textContent = form.dataset.missing; data = null; });
    return data;
  }

  // 3: the number or one of the names, 2: the beginning of one, 1: the beginning of a word in it.
  function rank(place, query) {
    if (place.number === query || place.names.indexOf(query) >= 0) { return 3; }
    if (/^[0-9]+$/.test(query)) { return place.number.indexOf(query) === 0 ? 2 : 0; }
    return place.names.reduce(function (best, name) {
      var words = name.split(/[\s-]+/);
      var one = name.indexOf(query) === 0 ? 2 : words.some(function (word) { return word.indexOf(query) === 0; }) ? 1 : 0;
      return Math.max(best, one);
    }, 0);
  }

  function matches(found, text) {
    var query = fold(text).replace(/\s+(fylkes)?kommune$/, "");
    if (query.length < 2) { return []; }
    return found.list.map(function (place) { return { place: place, rank: rank(place, query) }; })
      .filter(function (one) { return one.rank; })
      .sort(function (a, b) { return b.rank - a.rank; });
  }

  function entries(list, rows, isCounty) {
    rows.forEach(function (row) {
      var item = document.createElement("li");
      var link = document.createElement("a");
      link.href = form.dataset.root + row[1];
      link.textContent = row[0];
      item.appendChild(link);
      if (typeof row[2] === "string") {
        var badge = document.createElement("span");
        badge.className = "ls-status ls-status--" + row[2];
        badge.textContent = row[3];
        item.append(" ", badge);
      }
      list.appendChild(item);
    });
    if (!rows.length) {
      var none = document.createElement("p");
      none.className = "ls-missing";
      none.textContent = isCounty && list.dataset.noneCounty || list.dataset.none;
      list.replaceWith(none);
    }
  }

  function show(found, place, focus) {
    var body = template.content.cloneNode(true);
    function slot(name) { return body.querySelector("[data-slot=" + name + "]"); }
    function all(numbers, rows) { return numbers.map(function (number) { return rows[number]; }); }
    var networks = place.member.concat(place.nearby);
    var through = [];
    networks.forEach(function (number) {
      found.networks[number][2].forEach(function (project) {
        if (place.projects.concat(through).indexOf(project) < 0) { through.push(project); }
      });
    });
    var taken = place.projects.concat(through);
    var open = found.open[place.county][place.isCounty ? 1 : 0].filter(function (project) {
      return taken.indexOf(project) < 0;
    });
    slot("name").textContent = place.label + " (" + place.number + ")";
    if (place.isCounty) { slot("county").remove(); } else {
      slot("county").textContent = slot("county").textContent.replace("{county}", place.countyName);
    }
    entries(slot("projects"), all(place.projects, found.projects), place.isCounty);
    entries(slot("member"), all(place.member, found.networks), place.isCounty);
    entries(slot("mentions"), all(place.mentions, found.mentions), place.isCounty);
    entries(slot("nearby"), all(place.nearby, found.networks));
    entries(slot("through"), all(through, found.projects));
    entries(slot("open"), all(open, found.projects));
    answer.replaceChildren(body);
    answer.hidden = false;
    choices.hidden = true;
    input.value = place.label;
    status.textContent = form.dataset.shown.replace("{name}", place.label);
    if (focus) { answer.querySelector("h3").focus(); }
  }

  function address(number) {
    var url = new URL(window.location.href);
    url.searchParams.set(input.name, number);
    return url;
  }

  function choose(found, place) {
    window.history.pushState(null, "", address(place.number));
    show(found, place, true);
  }

  function list(found) {
    var some = matches(found, input.value);
    choices.replaceChildren();
    some.slice(0, MOST).forEach(function (one) {
      var item = document.createElement("li");
      var button = document.createElement("button");
      button.type = "button";
      button.textContent = one.place.label + " (" + one.place.number + ")";
      button.addEventListener("click", function () { choose(found, one.place); });
      item.appendChild(button);
      choices.appendChild(item);
    });
    choices.hidden = !some.length;
    answer.hidden = true;
    status.textContent = fold(input.value).length < 2 ? "" : some.length === 1 ? form.dataset.one
      : some.length ? form.dataset.many.replace("{count}", some.length) : form.dataset.none;
    return some;
  }

  function fromAddress(found, focus) {
    var asked = new URLSearchParams(window.location.search).get(input.name);
    if (!asked) { answer.hidden = choices.hidden = true; status.textContent = ""; return; }
    input.value = asked;
    submit(found, focus, false);
  }

  // What the reader means when only one place has exactly this name, or only one matches at all.
  function submit(found, focus, remember) {
    var some = list(found);
    var exact = some.filter(function (one) { return one.rank === 3; });
    var meant = exact.length === 1 ? exact : some;
    if (meant.length !== 1) { return; }
    if (remember) { choose(found, meant[0].place); } else { show(found, meant[0].place, focus); }
  }

  function then(act) { load().then(act, function () { return null; }); }

  input.addEventListener("input", function () { then(list); });
  form.addEventListener("submit", function (event) {
    event.preventDefault();
    then(function (found) { submit(found, true, true); });
  });
  window.addEventListener("popstate", function () { then(function (found) { fromAddress(found, false); }); });
  if (new URLSearchParams(window.location.search).get(input.name)) {
    then(function (found) { fromAddress(found, false); });
  }
}());
