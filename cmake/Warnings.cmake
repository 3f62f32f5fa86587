# SPDX-License-Identifier: GPL-3.0-or-later
add_library(framehand_warnings INTERFACE)
target_compile_options(framehand_warnings INTERFACE
  -Wall -Wextra -Wpedantic -Wshadow -Wnon-virtual-dtor -Woverloaded-virtual -Wcast-qual
  -Wformat=2 -Wimplicit-fallthrough $<$<BOOL:${FRAMEHAND_WERROR}>:-Werror>)
# Qt's own implicit conversions are not ours to warn about, and its keywords clash with other headers.
target_compile_definitions(framehand_warnings INTERFACE
  QT_NO_KEYWORDS QT_NO_CAST_FROM_ASCII QT_NO_CAST_TO_ASCII QT_NO_FOREACH)
