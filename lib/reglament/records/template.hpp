// A record to begin with: what a clerk may write of one type, each field with a value of its kind and what it means.
#pragma once

#include <string>
#include <vector>

#include "reglament/records/record.hpp"
#include "reglament/records/vocabulary_page.hpp"

namespace reglament {

// What of all that the vocabulary knows is shown: fields of the record and steps, in any order.
struct TemplateParts {
  struct Inner {
    Word field;
    Word part;
  };
  std::vector<Word> fields;
  std::vector<Word> steps;
  std::vector<Inner> inner;  // of a field that holds maps: which of their parts; none named: all
};

// Everything that a record of the family may say.
TemplateParts all_parts(Family family);

// One entry of the family's section, in YAML. Its id, its type and the date it is placed by are written out; the rest
// stands behind `# `, and is right when that is taken away: offices are roles; bodies (`body-id`) and links (`record-id`)
// must be put in. `type` is one of the family's types.
std::string record_template(const RecordType& type, const TemplateParts& parts, NameIn language);

}  // namespace reglament
