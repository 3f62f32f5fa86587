// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/base/result.h"

#include <map>
#include <string>
#include <string_view>
#include <vector>

namespace framehand::media::verify {

/// An element of an XML document. Names are as written, prefixes and all.
struct XmlElement {
    std::string name;
    std::map<std::string, std::string> attributes;
    std::vector<XmlElement> children;
    std::string text; ///< of the element itself, without that of its children

    /// The value of an attribute, "" if there is none.
    [[nodiscard]] std::string attribute(const std::string& key) const;
    /// The first child of a name, or null.
    [[nodiscard]] const XmlElement* child(std::string_view child_name) const;
    [[nodiscard]] std::vector<const XmlElement*> children_of(std::string_view child_name) const;
};

/// Reads the part of XML that a DASH manifest is made of: elements, attributes, text, comments, the five entities and
/// character references. No document types, so no entities of one's own. CorruptData names the byte; nesting is limited
/// to 32 and elements to a million.
[[nodiscard]] base::Result<XmlElement> parse_xml(std::string_view document);

} // namespace framehand::media::verify
