// A rule as a person reads it: what is asked of whom, by when, in which cases, in the words of the reader's language.
#pragma once

#include <string>
#include <vector>

#include "reglament/language/language.hpp"
#include "reglament/rules/pack.hpp"
#include "reglament/rules/rule.hpp"

namespace reglament {

std::string in_words(const Condition& condition, Language language);
std::string in_words(const DateExpression& date, Language language);
std::string in_words(const OwedBy& owed_by, Language language);
std::string in_words(const std::vector<RecordType>& about, Language language);

// What the check asks, a line for each thing.
std::vector<std::string> check_in_words(const Check& check, Language language);

}  // namespace reglament
