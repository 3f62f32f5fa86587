# SPDX-License-Identifier: GPL-3.0-or-later
# The languages of the desktop app. Sources of the texts are ui/translations/framehand_CODE.ts; a program that is given
# them has them as :/i18n/framehand_CODE.qm. `translations_update` takes new texts of the sources into all of them.
set(FRAMEHAND_LANGUAGES de en es fr it ja tr zh_CN)
set(FRAMEHAND_TRANSLATIONS "${PROJECT_SOURCE_DIR}/ui/translations")

foreach(tool lrelease lupdate)
  string(TOUPPER ${tool} variable)
  find_program(${variable} ${tool} HINTS /usr/lib/qt6/bin REQUIRED)
endforeach()

function(framehand_translations target)
  set(compiled)
  foreach(language IN LISTS FRAMEHAND_LANGUAGES)
    set(qm "${CMAKE_CURRENT_BINARY_DIR}/framehand_${language}.qm")
    set(ts "${FRAMEHAND_TRANSLATIONS}/framehand_${language}.ts")
    add_custom_command(OUTPUT "${qm}" COMMAND "${LRELEASE}" -silent "${ts}" -qm "${qm}" DEPENDS "${ts}" VERBATIM)
    list(APPEND compiled "${qm}")
  endforeach()
  qt_add_resources(${target} i18n PREFIX "/i18n" BASE "${CMAKE_CURRENT_BINARY_DIR}" FILES ${compiled})
endfunction()

set(sources -I "${PROJECT_SOURCE_DIR}" "${PROJECT_SOURCE_DIR}/ui" "${PROJECT_SOURCE_DIR}/app/framehand")
set(updated)
foreach(language IN LISTS FRAMEHAND_LANGUAGES)
  if(NOT language STREQUAL "en")
    list(APPEND updated "${FRAMEHAND_TRANSLATIONS}/framehand_${language}.ts")
  endif()
endforeach()
# English is in the sources but for its plurals.
add_custom_target(translations_update
  COMMAND "${LUPDATE}" -no-obsolete -locations none ${sources} -ts ${updated}
  COMMAND "${LUPDATE}" -no-obsolete -locations none -pluralonly ${sources} -ts "${FRAMEHAND_TRANSLATIONS}/framehand_en.ts"
  VERBATIM)
