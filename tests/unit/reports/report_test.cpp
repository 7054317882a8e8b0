#include "reglament/reports/report.hpp"

#include <catch2/catch.hpp>

#include "example.hpp"

namespace reglament {

TEST_CASE("a format is known by its word and by the extension of a file", "[reports]") {
  CHECK(parse_format("text") == Format::text);
  CHECK(parse_format("json") == Format::json);
  CHECK(parse_format("markdown") == Format::markdown);
  CHECK(parse_format("html") == Format::html);
  CHECK_FALSE(parse_format("xml"));
  CHECK_FALSE(parse_format(""));
  CHECK(format_of_extension("out/findings.json") == Format::json);
  CHECK(format_of_extension("findings.txt") == Format::text);
  CHECK(format_of_extension("coverage.md") == Format::markdown);
  CHECK(format_of_extension("coverage.html") == Format::html);
  CHECK_FALSE(format_of_extension("findings"));
}

TEST_CASE("a report in a format is that of its writer, and the same every time", "[reports]") {
  const Run run = example::run();
  const ReportOptions options = example::options(Language::kk);
  CHECK(report(run, Format::text, options) == report_text(run, options));
  CHECK(report(run, Format::json, options) == report_json(run, options));
  CHECK(report(example::run(), Format::json, options) == report(run, Format::json, options));
}

}  // namespace reglament
