// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <optional>
#include <span>
#include <string>
#include <string_view>

namespace framehand::pipeline {

/// One of GStreamer's plugins, with those of its elements that a pipeline may use.
struct AllowedPlugin {
    std::string_view file;     ///< "coreelements" of libgstcoreelements.so
    std::string_view elements; ///< names, with a space between; one that ends in '*' stands for all that begin so
};

/// Everything that a pipeline may be made of: what converts, decodes, encodes, parses, joins and splits. None of it
/// reaches a file, a device, the network or another program, apart from filesrc and filesink, which are allowed for
/// the job's own two files only. docs/pipelines.md has the same list for people.
[[nodiscard]] std::span<const AllowedPlugin> allowed_plugins();

/// By the name of its factory, "x264enc".
[[nodiscard]] bool is_allowed_element(std::string_view factory);

/// Whether a property of text, by its name, says where something lies: "location", "multipass-cache-file".
[[nodiscard]] bool names_a_place(std::string_view property);

/// Whether a property's text holds settings for the library behind an encoder: "option-string".
[[nodiscard]] bool holds_library_options(std::string_view property);

/// The first of such settings ("key=value:key=value") that makes the library open a file of its own: "stats".
[[nodiscard]] std::optional<std::string> file_option_in(std::string_view options);

} // namespace framehand::pipeline
