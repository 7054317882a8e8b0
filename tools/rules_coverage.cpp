#include "rules_coverage.hpp"

#include <algorithm>
#include <iterator>
#include <utility>

#include "chosen_packs.hpp"
#include "json_answer.hpp"
#include "reglament/findings/characters.hpp"
#include "reglament/reports/markup.hpp"
#include "reglament/reports/words.hpp"
#include "reglament/trials/clause_coverage.hpp"

namespace reglament {

namespace {

struct Document {
  std::string id;
  std::string version;
  Names title;
  ClauseCoverage coverage;
};

std::string joined(const std::vector<std::string>& words) {
  std::string text;
  for (const std::string& word : words) text += (text.empty() ? "" : ", ") + word;
  return text;
}

// What is counted, by the key of its name, and how many.
std::vector<std::pair<std::string, std::size_t>> counts_of(const CoverageTotals& totals) {
  return {{"clauses-all", totals.clauses},
          {"clauses-with-rules", totals.with_rules},
          {"clauses-with-reasons", totals.with_reasons},
          {"clauses-rules", totals.rules},
          {"clauses-tests", totals.tests},
          {"clauses-expectations", totals.expectations},
          {"clauses-answered", totals.answered},
          {"clauses-still-open", totals.open},
          {"clauses-untested", totals.untested}};
}

// The sentences of the table.
class Telling {
 public:
  explicit Telling(Language language) : language_(language) {}

  std::string word(std::string_view key) const { return say(language_, key); }
  std::string head(const Document& document) const {
    return document.id + " " + document.version + ": " + in_words(document.title, language_);
  }
  std::string clause(const CoveredClause& clause) const { return clause_in_words(clause.clause, language_); }
  std::string title(const CoveringRule& rule) const { return in_words(rule.title, language_); }
  std::string tested(const CoveringRule& rule) const {
    return say(language_, "clauses-tested", {std::to_string(rule.tests), std::to_string(rule.expectations)});
  }
  // Which obligations it answers, where that is not the one of its name alone.
  std::vector<std::string> obligations(const CoveringRule& rule) const {
    std::vector<std::string> lines;
    if (!rule.part_of.empty()) lines.push_back(say(language_, "clauses-part-of", {rule.part_of}));
    if (!rule.answers.empty()) lines.push_back(say(language_, "clauses-answers", {joined(rule.answers)}));
    return lines;
  }

  // Why there is no rule, or none for a part, and what is open.
  std::vector<std::string> lacks(const CoveredClause& clause) const {
    std::vector<std::string> lines;
    if (!clause.reasons.empty()) {
      lines.push_back(
          say(language_, clause.rules.empty() ? "clauses-no-rule" : "clauses-part", {why(clause)}));
    }
    if (!clause.open.empty()) lines.push_back(say(language_, "clauses-open-line", {joined(clause.open)}));
    if (clause.rules.empty() && lines.empty()) lines.push_back(word("clauses-unaccounted"));
    return lines;
  }

  std::string totals(const CoverageTotals& totals) const {
    std::vector<std::string> counts;
    for (const auto& [key, count] : counts_of(totals)) {
      counts.push_back(say(language_, "clauses-count", {word(key), std::to_string(count)}));
    }
    return joined(counts);
  }

 private:
  std::string why(const CoveredClause& clause) const {
    std::vector<std::string> reasons;
    for (const std::string& reason : clause.reasons) reasons.push_back(word("clause-reason-" + reason));
    if (clause.see.empty()) return joined(reasons);
    return say(language_, "clauses-see", {joined(reasons), clauses_in_words(clause.see, language_)});
  }

  Language language_;
};

CoverageTotals sum_of(const std::vector<Document>& documents) {
  CoverageTotals sum;
  for (const Document& document : documents) sum += document.coverage.totals;
  return sum;
}

// --- text -----------------------------------------------------------------------------------------------------------

// Characters as a terminal shows them: the alphabets of the three languages have no wide or combining ones.
std::size_t width_of(std::string_view text) {
  return static_cast<std::size_t>(std::count_if(
      text.begin(), text.end(), [](char c) { return (static_cast<unsigned char>(c) & 0xC0U) != 0x80U; }));
}

std::size_t width_of_clauses(const Document& document, const Telling& telling) {
  std::size_t width = width_of(telling.word("clauses-clause"));
  for (const CoveredClause& clause : document.coverage.clauses)
    width = std::max(width, width_of(visible(telling.clause(clause))));
  return width;
}

std::vector<std::string> lines_of(const CoveredClause& clause, const Telling& telling) {
  std::vector<std::string> lines;
  for (const CoveringRule& rule : clause.rules) {
    lines.push_back(rule.id + " (" + telling.tested(rule) + ")");
    for (const std::string& obligations : telling.obligations(rule)) lines.push_back("  " + obligations);
  }
  for (std::string& lack : telling.lacks(clause)) lines.push_back(std::move(lack));
  return lines;
}

std::string table_of(const Document& document, const Telling& telling) {
  const std::size_t width = width_of_clauses(document, telling);
  std::string text = visible(telling.head(document)) + "\n\n";
  for (const CoveredClause& clause : document.coverage.clauses) {
    std::string label = visible(telling.clause(clause));
    for (const std::string& line : lines_of(clause, telling)) {
      text += "  " + label + std::string(width - width_of(label) + 2, ' ') + visible(line) + "\n";
      label.clear();
    }
  }
  return text;
}

std::string as_text(const std::vector<Document>& documents, const Options& options) {
  const Telling telling{options.language};
  std::string text;
  for (const Document& document : documents) {
    text += (text.empty() ? "" : "\n") + table_of(document, telling);
    if (options.verbosity >= 0) text += "\n" + telling.totals(document.coverage.totals) + "\n";
  }
  if (documents.size() < 2 || options.verbosity < 0) return text;
  return text + "\n" + say(options.language, "clauses-count", {telling.word("clauses-total"), ""}) +
         telling.totals(sum_of(documents)) + "\n";
}

// --- Markdown -------------------------------------------------------------------------------------------------------

std::string markdown_row(const std::vector<std::string>& cells) {
  std::string row = "|";
  for (const std::string& cell : cells) row += " " + cell + " |";
  return row + "\n";
}

std::string markdown_of(const CoveredClause& clause, const Telling& telling) {
  std::string rows;
  std::string label = markdown_text(telling.clause(clause));
  for (const CoveringRule& rule : clause.rules) {
    std::string told = markdown_text(rule.id) + ": " + markdown_text(telling.title(rule));
    for (const std::string& obligations : telling.obligations(rule))
      told += "; " + markdown_text(obligations);
    rows += markdown_row(
        {std::exchange(label, ""), told, std::to_string(rule.tests), std::to_string(rule.expectations)});
  }
  for (const std::string& lack : telling.lacks(clause))
    rows += markdown_row({std::exchange(label, ""), markdown_text(lack), "", ""});
  return rows;
}

std::string markdown_of(const Document& document, const Telling& telling) {
  std::string text = "## " + markdown_text(telling.head(document)) + "\n\n" +
                     markdown_row({telling.word("clauses-clause"), telling.word("clauses-rule"),
                                   telling.word("clauses-tests"), telling.word("clauses-expectations")}) +
                     "|---|---|---:|---:|\n";
  for (const CoveredClause& clause : document.coverage.clauses) text += markdown_of(clause, telling);
  return text + "\n";
}

// A line for each document, and the sum.
std::vector<std::vector<std::string>> rows_of_totals(const std::vector<Document>& documents,
                                                     const Telling& telling) {
  std::vector<std::vector<std::string>> rows;
  const auto add = [&](std::string name, const CoverageTotals& totals) {
    std::vector<std::string>& row = rows.emplace_back(std::vector{std::move(name)});
    for (const auto& [key, count] : counts_of(totals)) row.push_back(std::to_string(count));
  };
  for (const Document& document : documents) add(document.id, document.coverage.totals);
  if (documents.size() > 1) add(telling.word("clauses-total"), sum_of(documents));
  return rows;
}

std::vector<std::string> head_of_totals(const Telling& telling) {
  std::vector<std::string> head{telling.word("clauses-document")};
  for (const auto& [key, count] : counts_of({})) head.push_back(telling.word(key));
  return head;
}

std::string as_markdown(const std::vector<Document>& documents, const Options& options) {
  const Telling telling{options.language};
  std::string text = "# " + telling.word("clauses-heading") + "\n\n";
  const std::vector<std::string> head = head_of_totals(telling);
  text += markdown_row(head) + "|---|";
  for (std::size_t i = 1; i < head.size(); ++i) text += "---:|";
  text += "\n";
  for (std::vector<std::string>& row : rows_of_totals(documents, telling)) {
    row.front() = markdown_text(row.front());
    text += markdown_row(row);
  }
  text += "\n";
  for (const Document& document : documents) text += markdown_of(document, telling);
  text.pop_back();  // one newline ends the file
  return text;
}

// --- HTML -----------------------------------------------------------------------------------------------------------

constexpr std::string_view html_style = R"(
body { font: 16px/1.4 sans-serif; margin: 2em auto; max-width: 70em; padding: 0 1em; color: #222; background: #fff; }
table { border-collapse: collapse; width: 100%; margin-bottom: 2em; }
th, td { border: 1px solid #ccc; padding: .3em .6em; text-align: left; vertical-align: top; }
thead th { background: #eee; position: sticky; top: 0; }
td.number, th.number { text-align: right; white-space: nowrap; }
td small { display: block; color: #555; }
tr.reason td { color: #555; }
tr.open td { background: #fee; }
)";

std::string html_cell(std::string_view name, const std::string& content, std::string_view more = "") {
  return "<" + std::string{name} + std::string{more} + ">" + content + "</" + std::string{name} + ">";
}

std::string html_number(std::size_t number) {
  return html_cell("td", std::to_string(number), R"( class="number")");
}

std::string html_head(const std::vector<std::string>& names, std::size_t first_number) {
  std::string cells;
  for (std::size_t i = 0; i < names.size(); ++i) {
    cells += html_cell("th", html_text(names[i]),
                       i < first_number ? R"( scope="col")" : R"( scope="col" class="number")");
  }
  return "<table>\n<thead><tr>" + cells + "</tr></thead>\n<tbody>\n";
}

std::string html_of(const CoveredClause& clause, const Telling& telling) {
  const std::vector<std::string> lacks = telling.lacks(clause);
  const std::string label =
      html_cell("th", html_text(telling.clause(clause)),
                R"( scope="row" rowspan=")" + std::to_string(clause.rules.size() + lacks.size()) + "\"");
  std::string rows;
  const auto add = [&](std::string_view sort, const std::string& cells) {
    rows += "<tr" + std::string{sort} + ">" + (rows.empty() ? label : "") + cells + "</tr>\n";
  };
  for (const CoveringRule& rule : clause.rules) {
    std::string told = html_text(telling.title(rule)) + html_cell("small", html_text(rule.id));
    for (const std::string& obligations : telling.obligations(rule))
      told += html_cell("small", html_text(obligations));
    add(rule.tests == 0 ? R"( class="open")" : "",
        html_cell("td", told) + html_number(rule.tests) + html_number(rule.expectations));
  }
  for (std::size_t i = 0; i < lacks.size(); ++i) {
    const bool is_open = !clause.open.empty() && i + 1 == lacks.size();
    add(is_open ? R"( class="open")" : R"( class="reason")",
        html_cell("td", html_text(lacks[i]), R"( colspan="3")"));
  }
  return rows;
}

std::string html_of(const Document& document, const Telling& telling) {
  std::string text = html_cell("h2", html_text(telling.head(document))) + "\n";
  text += html_head({telling.word("clauses-clause"), telling.word("clauses-rule"),
                     telling.word("clauses-tests"), telling.word("clauses-expectations")},
                    2);
  for (const CoveredClause& clause : document.coverage.clauses) text += html_of(clause, telling);
  return text + "</tbody>\n</table>\n";
}

std::string html_totals(const std::vector<Document>& documents, const Telling& telling) {
  std::string text = html_head(head_of_totals(telling), 1);
  for (const std::vector<std::string>& row : rows_of_totals(documents, telling)) {
    text += "<tr>" + html_cell("th", html_text(row.front()), R"( scope="row")");
    for (std::size_t i = 1; i < row.size(); ++i) text += html_cell("td", row[i], R"( class="number")");
    text += "</tr>\n";
  }
  return text + "</tbody>\n</table>\n";
}

std::string as_html(const std::vector<Document>& documents, const Options& options) {
  const Telling telling{options.language};
  constexpr std::string_view codes[] = {"kk", "ru", "en"};
  const std::string heading = html_text(telling.word("clauses-heading"));
  std::string text =
      "<!DOCTYPE html>\n<html lang=\"" + std::string{codes[static_cast<std::size_t>(options.language)]} +
      "\">\n<head>\n<meta charset=\"utf-8\">\n"
      "<meta http-equiv=\"Content-Security-Policy\" content=\"default-src 'none'; "
      "style-src 'unsafe-inline'\">\n"
      "<meta name=\"viewport\" content=\"width=device-width\">\n" +
      html_cell("title", heading) + "\n" + html_cell("style", std::string{html_style}) +
      "\n</head>\n<body>\n" + html_cell("h1", heading) + "\n" + html_totals(documents, telling);
  for (const Document& document : documents) text += html_of(document, telling);
  return text + "</body>\n</html>\n";
}

// --- JSON -----------------------------------------------------------------------------------------------------------

std::string texts(const std::vector<std::string>& list) {
  return json_array(list, [](const std::string& text) { return json(text); });
}

std::string names(const Names& names) {
  return JsonObject{}.add("kk", names.kk).add("ru", names.ru).add("en", names.en).text();
}

std::string totals_json(const CoverageTotals& totals) {
  return JsonObject{}
      .add("clauses", totals.clauses)
      .add("with-rules", totals.with_rules)
      .add("with-reasons", totals.with_reasons)
      .add("rules", totals.rules)
      .add("tests", totals.tests)
      .add("cases", totals.expectations)
      .add("answered", totals.answered)
      .add("open", totals.open)
      .add("untested", totals.untested)
      .text();
}

std::string clause_json(const Document& document, const CoveredClause& clause) {
  const auto rule_json = [](const CoveringRule& rule) {
    return JsonObject{}
        .add("rule", rule.id)
        .add_json("title", names(rule.title))
        .add_json("answers", texts(rule.answers))
        .add_json("part-of", json_or_null(rule.part_of))
        .add("tests", rule.tests)
        .add("cases", rule.expectations)
        .text();
  };
  return JsonObject{}
      .add("pack", document.id)
      .add("clause", clause.clause)
      .add_json("rules", json_array(clause.rules, rule_json))
      .add_json("reasons", texts(clause.reasons))
      .add_json("see", texts(clause.see))
      .add_json("open", texts(clause.open))
      .text();
}

std::string as_json(const std::vector<Document>& documents, const Diagnostics& errors,
                    const Options& options) {
  const auto document_json = [](const Document& document) {
    return JsonObject{}
        .add("pack", document.id)
        .add("version", document.version)
        .add_json("title", names(document.title))
        .add_json("totals", totals_json(document.coverage.totals))
        .text();
  };
  std::vector<std::string> clauses;
  for (const Document& document : documents) {
    for (const CoveredClause& clause : document.coverage.clauses)
      clauses.push_back(clause_json(document, clause));
  }
  return json_answer(options)
      .add_json("documents", json_lines(documents, document_json))
      .add_json("totals", totals_json(sum_of(documents)))
      .add_json("clauses", json_lines(clauses, [](const std::string& clause) { return clause; }))
      .add_json("errors", diagnostics_json(errors, options.language))
      .text();
}

std::string written(const std::vector<Document>& documents, const Diagnostics& errors,
                    const Options& options) {
  switch (options.format) {
    case Format::text: return as_text(documents, options);
    case Format::json: return as_json(documents, errors, options);
    case Format::markdown: return as_markdown(documents, options);
    case Format::html: return as_html(documents, options);
  }
  return {};
}

}  // namespace

int cover_packs(const std::vector<std::string>& named, const Options& options) {
  const ChosenPacks packs{options, named};
  Diagnostics errors = packs.errors();
  std::vector<Document> documents;
  for (const Pack& pack : packs.all()) {
    Document& document =
        documents.emplace_back(Document{pack.id, pack.version, pack.title, cover_clauses(pack)});
    Diagnostics& more = document.coverage.errors;
    std::move(more.begin(), more.end(), std::back_inserter(errors));
  }
  write_output(options.output, written(documents, errors, options));
  if (const int status = say_unsound(errors, options)) return status;
  const CoverageTotals sum = sum_of(documents);
  return sum.open == 0 && sum.untested == 0 ? 0 : 1;
}

}  // namespace reglament
