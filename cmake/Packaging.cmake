# SPDX-License-Identifier: GPL-3.0-or-later
# What belongs to an installation beside the programs, and the Debian package. FRAMEHAND_PACKAGING adds what the finished
# programs say of themselves: man pages and shell completions, so that these are never out of date.
include(GNUInstallDirs)
option(FRAMEHAND_PACKAGING "Make man pages and shell completions, for packages (needs help2man)" OFF)
set(FRAMEHAND_MAINTAINER "The Framehand developers <framehand@lists.example.org>" CACHE STRING
  "Who answers for the package: a name and an address")

set(resources "${PROJECT_SOURCE_DIR}/resources")
set(made "${PROJECT_BINARY_DIR}/packaging")

# The unit, word for word as platform/linux/systemd_unit.cpp makes it for the installed daemon: by that it is known.
file(READ "${resources}/systemd/framehandd.service.in" unit)
string(REPLACE "@FRAMEHANDD@" "${CMAKE_INSTALL_FULL_BINDIR}/framehandd auto" unit "${unit}")
string(REPLACE "@ENVIRONMENT@\n" "" unit "${unit}")
file(CONFIGURE OUTPUT "${made}/framehandd.service" CONTENT "${unit}" @ONLY)
install(FILES "${made}/framehandd.service" DESTINATION lib/systemd/user)

if(FRAMEHAND_DESKTOP)
  configure_file("${resources}/desktop/framehand.metainfo.xml.in" "${made}/org.framehand.Framehand.metainfo.xml" @ONLY)
  install(FILES "${resources}/desktop/framehand.desktop" DESTINATION "${CMAKE_INSTALL_DATADIR}/applications")
  install(FILES "${made}/org.framehand.Framehand.metainfo.xml" DESTINATION "${CMAKE_INSTALL_DATADIR}/metainfo")
  set(icons "${CMAKE_INSTALL_DATADIR}/icons/hicolor")
  install(FILES "${resources}/icons/framehand.svg" DESTINATION "${icons}/scalable/apps")
  install(FILES "${resources}/icons/framehand-symbolic.svg" DESTINATION "${icons}/symbolic/apps")
endif()

if(FRAMEHAND_PACKAGING)
  find_program(HELP2MAN help2man REQUIRED)
  find_program(GZIP gzip REQUIRED)
  file(MAKE_DIRECTORY "${made}/man")
  # framehand_man_page(PROGRAM TITLE)
  function(framehand_man_page program title)
    set(page "${made}/man/${program}.1")
    set(speaker "$<TARGET_FILE:${program}>")
    if(CMAKE_CROSSCOMPILING)
      # help2man wants one program that speaks.
      set(speaker "${made}/speak/${program}")
      list(JOIN CMAKE_CROSSCOMPILING_EMULATOR "\" \"" emulator)
      file(GENERATE OUTPUT "${speaker}" CONTENT "#!/bin/sh\nexec \"${emulator}\" \"$<TARGET_FILE:${program}>\" \"$@\"\n"
        FILE_PERMISSIONS OWNER_READ OWNER_WRITE OWNER_EXECUTE)
    endif()
    add_custom_command(OUTPUT "${page}.gz"
      COMMAND "${HELP2MAN}" --no-info --no-discard-stderr "--version-string=${PROJECT_VERSION}" "--name=${title}"
              "--manual=Framehand" "--source=Framehand ${PROJECT_VERSION}" "--output=${page}" "${speaker}"
      COMMAND "${GZIP}" -9nf "${page}"
      DEPENDS ${program} VERBATIM)
    set_property(GLOBAL APPEND PROPERTY framehand_installed_texts "${page}.gz")
    install(FILES "${page}.gz" DESTINATION "${CMAKE_INSTALL_MANDIR}/man1")
  endfunction()
  framehand_man_page(framehandd "the daemon of Framehand, which takes transcode jobs and hands them out")
  framehand_man_page(framehandctl "the command line of Framehand")
  framehand_man_page(framehand-transcoder "transcodes one video for Framehand")
  if(FRAMEHAND_DESKTOP)
    framehand_man_page(framehand "the desktop app of Framehand")
  endif()

  # framehand_completion(SHELL FILE FOLDER)
  function(framehand_completion shell file folder)
    set(script "${made}/completions/${file}")
    file(MAKE_DIRECTORY "${made}/completions")
    add_custom_command(OUTPUT "${script}" COMMAND framehandctl completion ${shell} > "${script}" DEPENDS framehandctl
      VERBATIM)
    set_property(GLOBAL APPEND PROPERTY framehand_installed_texts "${script}")
    install(FILES "${script}" DESTINATION "${CMAKE_INSTALL_DATADIR}/${folder}")
  endfunction()
  framehand_completion(bash framehandctl bash-completion/completions)
  framehand_completion(zsh _framehandctl zsh/vendor-completions)
  framehand_completion(fish framehandctl.fish fish/vendor_completions.d)

  set(doc "${CMAKE_INSTALL_DATADIR}/doc/framehand")
  add_custom_command(OUTPUT "${made}/changelog.gz"
    COMMAND "${GZIP}" -9nc "${PROJECT_SOURCE_DIR}/packaging/debian/changelog" > "${made}/changelog.gz"
    DEPENDS "${PROJECT_SOURCE_DIR}/packaging/debian/changelog" VERBATIM)
  install(FILES "${made}/changelog.gz" "${PROJECT_SOURCE_DIR}/packaging/debian/copyright" DESTINATION "${doc}")

  get_property(texts GLOBAL PROPERTY framehand_installed_texts)
  add_custom_target(framehand_texts ALL DEPENDS ${texts} "${made}/changelog.gz")
endif()

# One package for all: the desktop app and the daemon that it starts never differ in version, and a machine without a
# screen pays with Qt's widgets on its disk, not in its memory. FRAMEHAND_DESKTOP=OFF makes one without them.
set(CPACK_GENERATOR DEB)
set(CPACK_PACKAGE_NAME framehand)
set(CPACK_PACKAGE_CONTACT "${FRAMEHAND_MAINTAINER}")
set(CPACK_PACKAGE_DESCRIPTION_SUMMARY "background video transcoding worker for a media server")
set(CPACK_DEBIAN_PACKAGE_DESCRIPTION "Framehand lends the idle power of a PC to your media server: it turns
heavy videos into web-friendly HLS, in the background, and never loses or
spoils a file. A weak NAS hands its videos to the strong PCs of the house.
.
The package holds the desktop app, the daemon with a systemd service for
each user who wants it, the command line, and a small orchestrator.")
set(CPACK_PACKAGE_FILE_NAME "framehand_${PROJECT_VERSION}")
set(CPACK_DEBIAN_FILE_NAME DEB-DEFAULT)
set(CPACK_DEBIAN_PACKAGE_SECTION video)
set(CPACK_DEBIAN_PACKAGE_PRIORITY optional)
if(CMAKE_CROSSCOMPILING AND CMAKE_SYSTEM_PROCESSOR STREQUAL "aarch64")
  set(CPACK_DEBIAN_PACKAGE_ARCHITECTURE arm64) # it would take this machine's
endif()
set(CPACK_DEBIAN_PACKAGE_SHLIBDEPS ON)
# Loaded while the programs run, so not seen in their headers.
set(CPACK_DEBIAN_PACKAGE_DEPENDS "libqt6sql6-sqlite")
set(CPACK_DEBIAN_PACKAGE_RECOMMENDS "libqt6sql6-psql, libsecret-1-0, libxcb-screensaver0, qt6-translations-l10n, systemd")
# The elements of jobs that are pipelines (docs/pipelines.md).
set(CPACK_DEBIAN_PACKAGE_SUGGESTS
  "gstreamer1.0-plugins-base, gstreamer1.0-plugins-good, gstreamer1.0-plugins-ugly, gstreamer1.0-libav")
set(CPACK_DEBIAN_PACKAGE_CONTROL_STRICT_PERMISSION ON)
set(CPACK_DEBIAN_PACKAGE_CONTROL_EXTRA
  "${PROJECT_SOURCE_DIR}/packaging/debian/postinst"
  "${PROJECT_SOURCE_DIR}/packaging/debian/prerm")
set(CPACK_INSTALL_DEFAULT_DIRECTORY_PERMISSIONS
  OWNER_READ OWNER_WRITE OWNER_EXECUTE GROUP_READ GROUP_EXECUTE WORLD_READ WORLD_EXECUTE)
set(CPACK_PACKAGING_INSTALL_PREFIX "${CMAKE_INSTALL_PREFIX}")
set(CPACK_STRIP_FILES ON)
include(CPack)
