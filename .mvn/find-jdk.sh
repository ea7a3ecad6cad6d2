# Sourced by mvnw and homeward: points JAVA_HOME at a JDK 25 or newer, or says what to install.
# Order: JAVA_HOME, the java on the PATH, then the usual places of Linux and macOS.
homeward_java_version() { # prints the feature version of the JDK at $1, or nothing
  [ -x "$1/bin/javac" ] && sed -n 's/^JAVA_VERSION="\([0-9]*\).*/\1/p' "$1/release" 2>/dev/null
}
homeward_find_jdk() {
  homeward_on_path=$(command -v javac 2>/dev/null || true)
  if [ -n "$homeward_on_path" ]; then
    homeward_on_path=$(dirname "$(dirname "$(readlink -f "$homeward_on_path" 2>/dev/null || echo "$homeward_on_path")")")
  fi
  homeward_places=$(ls -d /usr/lib/jvm/* /opt/java/* /opt/jdk* "${HOME:-/}"/.sdkman/candidates/java/* \
    "${HOME:-/}"/.jdks/* /Library/Java/JavaVirtualMachines/*/Contents/Home 2>/dev/null || true)
  for homeward_jdk in "${JAVA_HOME:-}" "$homeward_on_path" $homeward_places; do
    [ -n "$homeward_jdk" ] || continue
    homeward_version=$(homeward_java_version "$homeward_jdk" || true)
    if [ -n "$homeward_version" ] && [ "$homeward_version" -ge 25 ]; then
      JAVA_HOME=$homeward_jdk
      export JAVA_HOME
      return 0
    fi
  done
  echo "Homeward needs a JDK 25 or newer and found none: install one (Eclipse Temurin 25, for example) or set JAVA_HOME to it." >&2
  return 1
}
