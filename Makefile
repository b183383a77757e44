# Every command is a thin call of tools/dev.py; where make is missing, `python3 tools/dev.py <command>` does the same.
PYTHON ?= python3
COMMANDS = start test check format texts bench pictures installers lock clean

.PHONY: $(COMMANDS)
$(COMMANDS):
	@$(PYTHON) tools/dev.py $@
