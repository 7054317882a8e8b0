#include "reglament/reports/report.hpp"

#include <algorithm>
#include <array>
#include <cassert>
#include <utility>

namespace reglament {

namespace {

using Writer = std::string (*)(const Run&, const ReportOptions&);

struct FormatRow {
  Format format;
  std::string_view name;
  std::string_view extension;
  Writer writer;  // none: not of a run
};

constexpr std::array formats{
    FormatRow{Format::text, "text", ".txt", report_text},
    FormatRow{Format::json, "json", ".json", report_json},
    FormatRow{Format::markdown, "markdown", ".md", nullptr},
    FormatRow{Format::html, "html", ".html", nullptr},
};

const FormatRow& row_of(Format format) {
  const auto found = std::find_if(formats.begin(), formats.end(),
                                  [&](const FormatRow& row) { return row.format == format; });
  assert(found != formats.end());
  return *found;
}

}  // namespace

std::string_view to_text(Format format) { return row_of(format).name; }

std::optional<Format> parse_format(std::string_view text) {
  for (const FormatRow& row : formats) {
    if (row.name == text) return row.format;
  }
  return std::nullopt;
}

std::optional<Format> format_of_extension(std::string_view path) {
  for (const FormatRow& row : formats) {
    if (path.ends_with(row.extension)) return row.format;
  }
  return std::nullopt;
}

std::string report(const Run& run, Format format, const ReportOptions& options) {
  const Writer write = row_of(format).writer;
  assert(write != nullptr);
  return write(run, options);
}

}  // namespace reglament
